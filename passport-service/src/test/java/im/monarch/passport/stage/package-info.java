/**
 * What tests of the Passport service stand on: accounts and passwords that live in a map, and
 * clients that show every byte and every good-bye. No assertions here.
 */
package im.monarch.passport.stage;
