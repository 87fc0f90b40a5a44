package im.monarch.runtime.config;

import im.monarch.protocol.vocabulary.HostPort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Nexus and login.
 *
 * @param publicHost what clients call this server: DALogin names it, without a scheme; with a port
 *     only where it is not 443
 * @param configVersion raised when {@code publicHost} changes
 * @param redirectTo absolute https URL that logins are sent to, if another server is to answer them
 * @param certificate PEM file; a self-signed certificate is made and kept when absent
 * @param key PEM file of the certificate's private key
 */
public record PassportSection(
    HostPort http,
    HostPort https,
    String publicHost,
    int configVersion,
    Optional<String> redirectTo,
    Optional<Path> certificate,
    Optional<Path> key,
    Limits limits) {

  /**
   * What strangers may cost.
   *
   * @param request for a request to arrive, and for an answer to leave
   * @param triesPerAccount wrong passwords in a minute
   * @param triesPerAddress wrong passwords in a minute
   */
  public record Limits(
      int headBytes,
      int bodyBytes,
      Duration request,
      int connections,
      int connectionsPerAddress,
      int triesPerAccount,
      int triesPerAddress) {}

  public PassportSection {
    var self = "https://" + publicHost + '/';
    redirectTo
        .filter(url -> (url + '/').startsWith(self))
        .ifPresent(
            url -> {
              throw new IllegalArgumentException(
                  "redirectTo: \"" + url + "\" (expected: another server than publicHost)");
            });
    if (certificate.isPresent() != key.isPresent()) {
      var missing = certificate.isPresent() ? "key" : "certificate";
      throw new IllegalArgumentException(
          missing + ": missing (expected: certificate and key, or neither)");
    }
  }
}
