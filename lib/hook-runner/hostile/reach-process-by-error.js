// Climbs from an error that the runtime made.
// Ends as: answer ["undefined","undefined"]
async function (ctx, callback) {
  const found = [];
  try { require('fs'); } catch (error) { found.push(error.constructor.constructor('return typeof process')()); }
  try { await ctx.write(1); } catch (error) { found.push(error.constructor.constructor('return typeof process')()); }
  callback(null, found);
}
