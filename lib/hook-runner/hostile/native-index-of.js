// Searches a long text for what it nearly holds.
// Ends as: cpu-limit | answer -1
function (ctx, callback) {
  const text = 'a'.repeat(8e6);
  callback(null, text.lastIndexOf('a'.repeat(4e6) + 'b') && text.indexOf('a'.repeat(4e6) + 'b'));
}
