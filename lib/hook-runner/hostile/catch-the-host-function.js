// Replaces call, apply and bind to see what the runtime passes through them.
// Ends as: answer []
function (ctx, callback) {
  const seen = [];
  const watch = function () { seen.push(String(this).slice(0, 30)); };
  Function.prototype.call = watch;
  Function.prototype.apply = watch;
  Function.prototype.bind = watch;
  Reflect.apply = watch;
  ctx.log('one');
  callback(null, seen);
}
