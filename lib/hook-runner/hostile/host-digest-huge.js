// Hashes more than the host takes at once, in one go.
// Ends as: memory-limit | threw | cpu-limit
function (ctx, callback) { const hash = require("crypto").createHash("sha512"); const part = "x".repeat(1 << 20); for (let i = 0; i < 8; i++) hash.update(part); callback(null, hash.digest("hex")); }
