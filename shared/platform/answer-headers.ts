/** Features of a browser that no page of ours uses (w3.org/TR/permissions-policy). */
const noFeatures = ['camera', 'geolocation', 'microphone', 'payment', 'usb'].map((name) => `${name}=()`);

/** For whatever is no page: it runs and loads nothing, and stands in no frame (w3.org/TR/CSP3). */
const inert = ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"];

/**
 * What every answer carries, whatever it is, unless the operation says otherwise (OWASP REST Security Cheat Sheet, "Security
 * Headers"; RFC 6797 for HSTS; fetch.spec.whatwg.org for CORP). No CORS: only public forms name the pages that may read them.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-frame-options': 'DENY',
  'content-security-policy': inert.join('; '),
  'permissions-policy': noFeatures.join(', '),
  'cross-origin-resource-policy': 'same-origin',
};

/** For a page with no script but the one whose hash is named: its own style, and where it may send its form. */
export const pagePolicy = ({ form = "'none'", script = '' } = {}) =>
  [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    ...(script ? [`script-src ${script}`] : []),
    "base-uri 'none'",
    `form-action ${form}`,
    "frame-ancestors 'none'",
  ].join('; ');
