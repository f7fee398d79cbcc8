/** The cookie that keeps the choice; read by the layout, written by the switch. */
export const styleCookieName = 'style';

/** What the cookie holds while the tenant's alternative style sheet is chosen. */
export const alternativeStyle = 'alternative';
