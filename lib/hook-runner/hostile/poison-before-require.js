// Poisons what libraries are made of, then loads one that its text did not name.
// Ends as: answer "survived" | threw
function (ctx, callback) {
  let stolen = 0;
  for (const prototype of [Array.prototype, Function.prototype, String.prototype, Map.prototype, RegExp.prototype])
    for (const name of Object.getOwnPropertyNames(prototype))
      if (name !== "constructor") try { prototype[name] = function () { stolen++; return globalThis; }; } catch (error) {}
  Object.keys = Object.defineProperty = Object.assign = () => ({});
  Function = eval = function () { return () => "poisoned"; };
  const name = "lo" + "dash";
  try { require(name); } catch (error) {}
  callback(null, "survived");
}
