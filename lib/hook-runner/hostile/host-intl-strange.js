// Hands the host strange locales, options and dates.
// Ends as: answer ["RangeError","RangeError","RangeError"]
function (ctx, callback) {
  const name = (run) => { try { run(); return 'none'; } catch (error) { return error.name; } };
  callback(null, [
    name(() => new Intl.NumberFormat('x'.repeat(1e5))),
    name(() => new Intl.DateTimeFormat('en', { timeZone: '../../etc/passwd' })),
    name(() => new Intl.DateTimeFormat('en').format(new Date(NaN))),
  ]);
}
