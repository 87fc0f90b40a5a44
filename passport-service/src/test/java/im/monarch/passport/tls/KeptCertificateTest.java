package im.monarch.passport.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import im.monarch.passport.stage.HandClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptCertificateTest {

  @TempDir private Path home;
  private final HandClock clock = new HandClock();
  private Path directory;

  @BeforeEach
  void setUp() {
    directory = home.resolve("data");
  }

  @Test
  void itIsMadeWithTheNamesThatClientsLookFor() throws Exception {
    kept("login.example.com").obtain();

    var certificate = certificate();
    assertThat(certificate.getSubjectAlternativeNames())
        .extracting(entry -> entry.get(1).toString())
        .containsExactly(
            "login.example.com",
            "localhost",
            "127.0.0.1",
            "nexus.passport.com",
            "login.passport.com",
            "loginnet.passport.com",
            "login.live.com");
    assertThat(((RSAPublicKey) certificate.getPublicKey()).getModulus().bitLength())
        .isEqualTo(2_048);
    certificate.verify(certificate.getPublicKey());
  }

  @Test
  void aNameIsThereOnce() throws Exception {
    kept("localhost").obtain();

    assertThat(certificate().getSubjectAlternativeNames()).hasSize(6);
  }

  @Test
  void theKeyIsForItsOwnerAlone() throws IOException {
    var files = kept("localhost").obtain();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.key())))
        .isEqualTo("rw-------");
  }

  @Test
  void theOneToGiveAwayHasNoKey() throws IOException {
    kept("localhost").obtain();

    assertThat(Files.readString(directory.resolve(KeptCertificate.PUBLIC_FILE)))
        .contains("BEGIN CERTIFICATE")
        .doesNotContain("PRIVATE");
  }

  @Test
  void nothingElseIsLeftBehind() throws IOException {
    kept("localhost").obtain();

    try (var files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(KeptCertificate.FILE, KeptCertificate.PUBLIC_FILE);
    }
  }

  @Test
  void itIsUsedAgain() throws Exception {
    kept("localhost").obtain();
    var first = certificate();
    clock.turn(Duration.ofDays(1_000));
    kept("localhost").obtain();

    assertThat(certificate()).isEqualTo(first);
  }

  @Test
  void aNewNameNeedsANewOne() throws Exception {
    kept("localhost").obtain();
    kept("192.0.2.7").obtain();

    assertThat(certificate().getSubjectAlternativeNames())
        .extracting(entry -> entry.get(1).toString())
        .contains("192.0.2.7");
  }

  @Test
  void anExpiredOneIsReplaced() throws Exception {
    kept("localhost").obtain();
    clock.turn(Duration.ofDays(4_000));
    kept("localhost").obtain();

    assertThat(certificate().getNotAfter().toInstant()).isAfter(clock.instant());
  }

  @Test
  void aFileThatIsSomethingElseIsNotTouched() throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve(KeptCertificate.FILE), "a letter");

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> kept("localhost").obtain())
        .withMessageContaining("remove it");
    assertThat(directory.resolve(KeptCertificate.FILE)).hasContent("a letter");
  }

  @Test
  void aConfiguredFileThatIsMissingIsNamed() {
    var files = new CertificateFiles(home.resolve("none.pem"), home.resolve("none.key"));

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(files::read)
        .withMessageContaining("none.pem");
  }

  private KeptCertificate kept(String host) {
    return new KeptCertificate(directory, host, clock);
  }

  private X509Certificate certificate() throws IOException, GeneralSecurityException {
    try (var content = Files.newInputStream(directory.resolve(KeptCertificate.FILE))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(content);
    }
  }
}
