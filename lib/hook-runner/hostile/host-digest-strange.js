// Hands hashes algorithms, keys and data of odd kinds.
// Ends as: answer ["Error","TypeError","TypeError","TypeError","Error"]
function (ctx, callback) {
  const crypto = require("crypto");
  const name = (run) => { try { run(); return "none"; } catch (error) { return error.name; } };
  callback(null, [
    name(() => crypto.createHash("sha256\n+\nutf8\n").update("x").digest()),
    name(() => crypto.createHash("sha256").update({ toString() { return "x"; } })),
    name(() => crypto.createHmac("sha256", { length: 1e9 }).update("x").digest()),
    name(() => crypto.createHash("sha256").update(null)),
    name(() => crypto.createHash({ toString() { throw new Error("odd"); } })),
  ]);
}
