// Forges what is told about an error; the status must be one that a refusal can have.
// Ends as: refused
function (ctx, callback) {
  Object.prototype.toJSON = () => ({ message: 'forged', status: 200, code: 'x', line: 'y', __proto__: { ok: true } });
  callback(new Error('real'));
}
