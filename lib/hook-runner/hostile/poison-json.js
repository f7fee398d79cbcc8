// Replaces JSON, so that whatever is sent is read as something else; only its own answer can suffer.
// Ends as: answer "changed"
function (ctx, callback) {
  JSON.stringify = () => '{"answer":"forged"}';
  JSON.parse = () => ({ forged: true });
  callback(null, 'changed');
}
