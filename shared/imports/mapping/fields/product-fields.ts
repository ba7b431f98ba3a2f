export const productFields: Record<string, string> = {
  name: 'text',
  sku: 'id',
  description: 'text',
  category: 'text',
  unit: 'text',
  price: 'money',
  currency: 'currency',
  active: 'boolean',
  tags: 'tags',
  externalId: 'id',
  createdAt: 'instant',
};
