package im.monarch.passport;

import im.monarch.domain.guessing.LoginLimits;
import im.monarch.passport.http.HttpLimits;
import im.monarch.passport.nexus.Realm;
import im.monarch.passport.tls.CertificateFiles;
import im.monarch.protocol.vocabulary.HostPort;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the Passport service has to know.
 *
 * @param http where plain HTTP is served; port 0 is any free one
 * @param https where HTTP over TLS is served; port 0 is any free one
 * @param realm what clients are told about it
 * @param redirectTo another login page that everybody is sent to; absolute, https
 * @param certificate for https; without one a certificate is made and kept in {@code dataDirectory}
 */
public record PassportConfig(
    HostPort http,
    HostPort https,
    Realm realm,
    Optional<String> redirectTo,
    Optional<CertificateFiles> certificate,
    Path dataDirectory,
    HttpLimits httpLimits,
    LoginLimits loginLimits) {

  public PassportConfig {
    var self = "https://" + realm.host() + Realm.LOGIN;
    if (redirectTo
        .filter(target -> !target.matches("https://[^/\\s,']+(/[^\\s']*)?"))
        .isPresent()) {
      throw new IllegalArgumentException(
          "redirectTo: '" + redirectTo.get() + "' (expected: https://host/path)");
    }
    if (redirectTo.filter(target -> target.startsWith(self)).isPresent()) {
      throw new IllegalArgumentException("redirectTo: leads back to this server (" + self + ")");
    }
  }
}
