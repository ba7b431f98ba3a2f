// Takes the place of @aws-sdk/credential-provider-node in the bundles. In Lambda the role's credentials are in the environment
// and nowhere else; the package's search of files, SSO and metadata services would be a third of a cold start's code.
export const defaultProvider = () => async () => ({
  accessKeyId: process.env.AWS_ACCESS_KEY_ID,
  secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY,
  sessionToken: process.env.AWS_SESSION_TOKEN,
});
