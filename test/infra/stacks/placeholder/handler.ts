/** Stands in for a function that the definition's tests only need to be there. */
export const handler = async () => ({ statusCode: 200, body: '{}' });
