// Poisons the libraries that it was given.
// Ends as: answer "poisoned"
function (ctx, callback) {
  const all = [require("lodash"), require("moment"), require("crypto"), require("axios"), require("uuid")];
  for (const one of all) for (const key of Object.keys(one)) try { one[key] = () => callback(null, "poisoned"); } catch (error) {}
  Object.getPrototypeOf(require("crypto").createHash).constructor = null;
  globalThis.stolen = all;
  require = fetch = () => "poisoned";
  callback(null, "poisoned");
}
