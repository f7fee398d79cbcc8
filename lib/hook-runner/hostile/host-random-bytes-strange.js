// Asks for random bytes in impossible numbers.
// Ends as: answer ["Error","Error","Error","Error"]
function (ctx, callback) {
  const { randomBytes } = require("crypto");
  const name = (size) => { try { randomBytes(size); return "none"; } catch (error) { return error.name; } };
  callback(null, [name(1e9), name(-1), name(NaN), name("4; 5")]);
}
