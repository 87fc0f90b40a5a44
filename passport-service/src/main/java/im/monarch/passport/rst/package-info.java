/**
 * Sign-in over SOAP, {@code RST.srf}: one message with handle, password and the services that
 * tokens are wanted for; one answer with a token for each. MSN Messenger 7.5 asks so, and clients
 * of others from MSNP8 on.
 *
 * <p>{@link im.monarch.passport.rst.RstPage} is the page. {@code RstReader} takes a message apart
 * and refuses what SOAP does not allow before it costs anything; {@code Grants} decides what a
 * token is good for; {@code TokenAnswer} and {@code Fault} have the words. The password is tested
 * where the login page tests it, with the same limits. Tickets without a challenge:
 * docs/adr/0013-tickets-without-a-challenge.md.
 */
package im.monarch.passport.rst;
