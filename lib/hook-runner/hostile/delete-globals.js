// Deletes every global that there is.
// Ends as: answer "empty"
function (ctx, callback) {
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    try { delete globalThis[name]; } catch (error) {}
  }
  callback(null, 'empty');
}
