/**
 * The dispatch server: agrees on a dialect, answers CVR and CVQ, and sends everybody who wants to
 * sign in to a notification node that has agreed to take them.
 */
package im.monarch.dispatch;
