// A thenable that resolves with another one, for ever.
// Ends as: cpu-limit
async function (ctx, callback) {
  const thenable = () => ({ then(resolve) { resolve(thenable()); } });
  await thenable();
}
