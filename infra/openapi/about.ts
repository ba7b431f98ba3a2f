export const about = `Rapport, a CRM that runs in your own AWS account.

Send \`Authorization: Bearer …\` with an API key (\`rpk_…\`; an administrator makes one by \`POST /v1/keys\`) or with the access token of
somebody who has signed in; \`GET /v1/users/me\` tells who that is and what they may. Each operation says which permission it needs. Who is
in several workspaces names one in \`Rapport-Workspace\`.

JSON in camelCase; instants are ISO 8601 in UTC and end in \`At\`, dates end in \`On\`, money is in cents and stands beside its
\`currency\`. Errors are RFC 9457 \`application/problem+json\` with a stable \`code\`. A \`PATCH\` is a JSON Merge Patch (RFC 7396):
absent keeps, \`null\` clears, arrays replace. Lists answer \`{ items, cursor }\`; give the cursor back for the next page. Every answer
says what it cost (\`Server-Timing\`, \`Rapport-Capacity\`), but for a 404, which would tell by it what was found. 429 and 503 carry \`Retry-After\`.

Answers may gain fields, values, kinds and \`code\`s at any time: pass over what you do not know.

The gateway itself answers a request without an Authorization header (401), one over 10 MB (413), one over the rate (429) and
one that found no capacity (503) with \`{"message": …}\`.`;
