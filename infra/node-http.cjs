// `import('node:http')` makes Node evaluate every export of it, among them a whole WebSocket client (undici): a tenth of a
// cold start. `require` gives the same module and evaluates what is used.
module.exports = require('node:http');
