/**
 * Editing address books so that everybody concerned hears of it, whoever makes the change: a
 * client's command, a web page or an administrator.
 */
package im.monarch.domain.addressbook;
