// Writes more custom data than there may be.
// Ends as: threw
async function (ctx, callback) { await ctx.write({ text: 'x'.repeat(3 * 1024 * 1024) }); callback(null, 1); }
