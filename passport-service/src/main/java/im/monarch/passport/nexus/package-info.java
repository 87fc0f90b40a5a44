/**
 * Nexus: tells a client where the login page is. The entry type is {@link
 * im.monarch.passport.nexus.NexusPage}; accounts and passwords are not known here.
 */
package im.monarch.passport.nexus;
