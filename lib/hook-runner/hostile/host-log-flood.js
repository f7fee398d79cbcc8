// Writes more log than there is room for.
// Ends as: answer "logged"
function (ctx, callback) { for (let i = 0; i < 3000; i++) ctx.log('line ' + i + ' ' + 'x'.repeat(1000)); callback(null, 'logged'); }
