// Catches what is written into arrays by way of setters on their prototype.
// Ends as: answer {"list":["own"]}
function (ctx, callback) {
  let caught = 0;
  for (const index of ['0', '1', '2']) {
    Object.defineProperty(Array.prototype, index, { set() { caught += 1; }, configurable: true });
  }
  ctx.log('a', 'b');
  callback(null, { list: ['own'] });
}
