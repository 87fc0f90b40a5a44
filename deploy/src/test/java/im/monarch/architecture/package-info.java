/**
 * The architecture page as tests: which package may use what. They read the compiled classes of all
 * modules, which is why they live in the one module that sees them all.
 */
package im.monarch.architecture;
