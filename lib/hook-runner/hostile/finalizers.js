// Registers finalizers that run code while things are thrown away.
// Ends as: answer "done"
function (ctx, callback) {
  const registry = new FinalizationRegistry(() => { for (;;) {} });
  for (let i = 0; i < 1000; i++) registry.register({ i }, i);
  callback(null, 'done');
}
