// Hashes for ever.
// Ends as: cpu-limit
function (ctx, callback) { const { createHash } = require("crypto"); const part = "x".repeat(1 << 19); for (;;) createHash("sha512").update(part).digest(); }
