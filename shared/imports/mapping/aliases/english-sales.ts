import type { Aliases } from '../term.ts';

/** What companies, deals, products, orders and activities have, in English. */
export const englishSales: Aliases = {
  industry: 'Industry, Sector, Industry Type, Vertical, Line of Business, Business Type, Market',
  employees:
    'Employees, Number of Employees, Employee Count, Company Size, Headcount, No of Employees, # Employees, Num Employees, Staff, Staff Count, Size, Team Size',
  revenue: 'Annual Revenue, Revenue, Turnover, Yearly Revenue, Sales Volume, Total Revenue',
  parent:
    'Parent, Parent Company, Parent Account, Subsidiary Of, Parent Account Name, Holding, Parent Organization, Member Of Account',
  deal: 'Deal, Deal Name, Opportunity, Opportunity Name, Deal Title, Opportunity Title, Related Deal, Potential Name',
  amount:
    'Amount, Value, Deal Value, Total, Deal Amount, Opportunity Amount, Total Amount, Expected Revenue, Close Value, Grand Total, Order Total, Deal Size, Contract Value, Sum, Total Price, Budget, Potential Value, Order Amount, Total Value, Order Value, ACV, TCV, Invoice Amount, Net Amount, Gross Amount',
  currency: 'Currency, Currency Code, Currency ISO Code, Cur, Deal Currency, Order Currency',
  pipeline: 'Pipeline, Pipeline Name, Deal Pipeline, Sales Pipeline, Sales Process, Funnel',
  stage: 'Stage, Deal Stage, Sales Stage, Stage Name, Pipeline Stage, Opportunity Stage, Phase, Step',
  expectedCloseOn:
    'Close Date, Expected Close Date, Closing Date, Expected Close, Estimated Close Date, Forecast Close Date, Expected Closing, Est Close Date, Target Close Date, Close On, Expected Closing Date, Projected Close Date, Anticipated Close Date',
  openedOn:
    'Open Date, Opened, Opened On, Opened At, Date Opened, Opening Date, Engage Date, Engaged On, Engagement Date, Start Date, Started On, Deal Start Date',
  closedAt:
    'Closed At, Closed On, Closed Date, Won Time, Won Date, Lost Time, Date Closed, Actual Close Date, Deal Closed Time, Closed, Won On, Lost Date',
  lostReason: 'Lost Reason, Loss Reason, Closed Lost Reason, Reason Lost, Reason For Loss, Reason for Losing',
  wonReason: 'Won Reason, Closed Won Reason, Win Reason, Reason Won',
  contact:
    'Primary Contact, Person, Contact Person, Associated Contact, Main Contact, Related Contact, Buyer, Bill To',
  contactId:
    'Contact ID, Associated Contact IDs, Person ID, Customer ID, Associated Contact ID, Contact Record ID, Primary Contact ID',
  companyId:
    'Company ID, Associated Company IDs, Account ID, Organization ID, Associated Company ID, Company Record ID, Organisation ID, Primary Associated Company ID',
  product:
    'Product, Product Name, Item, Item Name, Lineitem Name, Line Item, Service, Article, Goods, Line Item Name, Product Title, Plan',
  sku: 'SKU, Product Code, Item Code, Lineitem SKU, Item Number, Part Number, Stock Code, Article Number, Product SKU, Variant SKU, Product Number, Item No, Part No, Internal Reference, Model Number, Barcode, MPN',
  category:
    'Category, Product Category, Product Type, Series, Product Family, Type, Product Line, Item Type, Family, Categories, Product Group, Collection',
  unit: 'Unit, Unit of Measure, UOM, Usage Unit, Units Label, Qty Unit, Measure',
  price:
    'Price, Unit Price, Sales Price, List Price, Retail Price, Lineitem Price, Variant Price, Regular Price, Item Price, Selling Price, Rate, Unit Cost Price, MSRP, RRP, Price Each, Unit Amount, Price Per Unit, Net Price, Standard Price, Sale Price',
  active: 'Active, Is Active, Enabled, Product Active, Published, Available, In Use, Can Be Sold',
  quantity:
    'Quantity, Qty, Lineitem Quantity, Units, Count, Pieces, Amount Ordered, Quantity Ordered, Number of Items, Pcs, Units Sold, Item Quantity',
  discount: 'Discount, Discount %, Discount Percent, Discount Percentage, Discount Rate, Disc',
  order:
    'Order, Order Number, Order No, Order #, Order ID, Invoice, Invoice Number, Invoice No, Order Name, Sales Order, Order Reference, Transaction ID, PO Number, Invoice #, Purchase ID, Document Number, SO Number, Order Code',
  date: 'Date, Order Date, Placed At, Purchase Date, Invoice Date, Paid At, Ordered At, Transaction Date, Date Ordered, Ordered On, When, At, Due Date, Start Date, Start, Activity Date, Date Time, Start Time, Time, Happened At, Sale Date, Completed Date, Call Start Time, Paid Date, Placed On',
  kind: 'Type, Activity Type, Kind, Activity, Task Type, Engagement Type, Event Type, Interaction Type',
  subject: 'Subject, Topic, Headline, Activity Subject, Regarding, Re, Call Title, Meeting Title',
  text: 'Text, Body, Content, Full Comments, Notes, Note, Description, Details, Transcript, Summary, Comments, Comment, Minutes, Message, Note Body, Call Notes',
  direction: 'Direction, Call Direction, Call Type, Inbound Outbound',
  duration:
    'Duration, Call Duration, Length, Duration Minutes, Call Duration In Seconds, Duration In Minutes, Duration Seconds, Talk Time, Minutes, Duration Min, Duration Sec',
  outcome: 'Outcome, Result, Call Outcome, Call Result, Disposition, Call Disposition, Meeting Outcome',
};
