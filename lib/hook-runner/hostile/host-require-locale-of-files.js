// Lets a library load files of the host as its languages.
// Ends as: answer "en"
function (ctx, callback) {
  const moment = require("moment");
  moment.locale("../../../../../etc/passwd");
  moment.locale("de/../../../quickjs-wasi/package.json");
  callback(null, moment.locale());
}
