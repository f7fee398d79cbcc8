// Draws random bytes for ever.
// Ends as: cpu-limit
function (ctx, callback) { const { randomBytes } = require("crypto"); for (;;) randomBytes(65536); }
