/** Origins beside the console's own that its pages speak with. */
export type Origins = {
  /** Where people sign in. */
  issuer: readonly string[];
  /** The live connection, `wss:`. */
  live: readonly string[];
  /** Where files lie. */
  files: readonly string[];
};

/**
 * What pages of the console may load and whom they may speak with (w3.org/TR/CSP3). No script but our own files, so that what a
 * stranger wrote in a form or a mail runs nowhere; styles may stand in elements, because the components set sizes there.
 */
const contentPolicy = ({ issuer, live, files }: Origins): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    ['img-src', "'self'", 'data:', 'blob:', 'https:', ...files].join(' '),
    ['connect-src', "'self'", ...issuer, ...live, ...files].join(' '),
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');

/** Features of a browser that the console does not use (w3.org/TR/permissions-policy). */
const noFeatures = ['camera', 'geolocation', 'microphone', 'payment', 'usb'].map((name) => `${name}=()`);

/** What every file of the console is served with, on a laptop as by CloudFront, which adds HSTS. */
export const consoleHeaders = (origins: Origins) => ({
  'content-security-policy': contentPolicy(origins),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // `no-referrer` would take the origin from forms that are sent to our own API.
  'referrer-policy': 'same-origin',
  'permissions-policy': noFeatures.join(', '),
});
