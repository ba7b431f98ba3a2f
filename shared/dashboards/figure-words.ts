const words: Record<string, { en: string; de: string }> = {
  opened: { en: 'Opened', de: 'Begonnen' },
  open: { en: 'Open', de: 'Offen' },
  won: { en: 'Won', de: 'Gewonnen' },
  lost: { en: 'Lost', de: 'Verloren' },
  winRate: { en: 'Win rate', de: 'Gewinnquote' },
  wonAmount: { en: 'Revenue won', de: 'Gewonnener Umsatz' },
  lostAmount: { en: 'Revenue lost', de: 'Verlorener Umsatz' },
  averageWonAmount: { en: 'Average won', de: 'Gewonnen im Mittel' },
  medianWonAmount: { en: 'Median won', de: 'Gewonnen im Median' },
  'wonDays.median': { en: 'Days to win', de: 'Tage bis gewonnen' },
  entered: { en: 'Entered', de: 'Eingetreten' },
  stands: { en: 'Still here', de: 'Noch hier' },
  lostHere: { en: 'Lost here', de: 'Hier verloren' },
  conversion: { en: 'Conversion', de: 'Konversion' },
  count: { en: 'Deals', de: 'Geschäfte' },
  amount: { en: 'In all', de: 'Insgesamt' },
  weightedAmount: { en: 'By stage', de: 'Nach Phase' },
  expectedAmount: { en: 'By history', de: 'Nach Erfahrung' },
  'target.wonAmount': { en: 'Target', de: 'Ziel' },
  'target.wonCount': { en: 'Target (deals)', de: 'Ziel (Geschäfte)' },
  'reached.wonCount': { en: 'Reached (deals)', de: 'Erreicht (Geschäfte)' },
  'reached.won': { en: 'Reached', de: 'Erreicht' },
  leads: { en: 'Leads', de: 'Leads' },
  lead: { en: 'Still leads', de: 'Noch Leads' },
  qualified: { en: 'Qualified', de: 'Qualifiziert' },
  customers: { en: 'Customers', de: 'Kunden' },
  former: { en: 'Former', de: 'Ehemalige' },
  qualifiedRate: { en: 'Qualified of all', de: 'Anteil qualifiziert' },
  bought: { en: 'Bought', de: 'Gekauft' },
  spentAmount: { en: 'Spent', de: 'Ausgegeben' },
  perLeadAmount: { en: 'Per lead', de: 'Je Lead' },
  perCustomerAmount: { en: 'Per customer', de: 'Je Kunde' },
  returns: { en: 'Return', de: 'Ertrag' },
  orders: { en: 'Orders', de: 'Bestellungen' },
  lines: { en: 'Lines', de: 'Positionen' },
  units: { en: 'Units', de: 'Stück' },
  revenueAmount: { en: 'Revenue', de: 'Umsatz' },
  averageAmount: { en: 'Average', de: 'Im Mittel' },
  medianAmount: { en: 'Median', de: 'Median' },
  total: { en: 'In all', de: 'Insgesamt' },
  bestMonth: { en: 'Best month', de: 'Bester Monat' },
  mean: { en: 'Mean', de: 'Mittel' },
  index: { en: 'Index', de: 'Index' },
  new: { en: 'New', de: 'Neu' },
  returning: { en: 'Returning', de: 'Wiedergekommen' },
  retained: { en: 'Retained', de: 'Geblieben' },
  retention: { en: 'Retention', de: 'Bindung' },
  ordersPerCustomer: { en: 'Orders each', de: 'Bestellungen je Kunde' },
  again: { en: 'Came again', de: 'Kamen wieder' },
  share: { en: 'Share', de: 'Anteil' },
};

/** What a figure of a report (a column of its file) is called; one that has no word here by its own name: `Days median`. */
export function figureWord(column: string, language: 'en' | 'de'): string {
  const known = words[column]?.[language];
  if (known) return known;
  const apart = column
    .replaceAll('.', ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return apart.slice(0, 1).toUpperCase() + apart.slice(1);
}
