package im.monarch.passport.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A self-signed certificate in a directory: made when there is none that fits, and used again from
 * then on, so that people who told their system to trust it have to do so once.
 */
public final class KeptCertificate {

  /** Certificate and key; for the owner's eyes. */
  static final String FILE = "passport.pem";

  /** The certificate once more, to be given to people. */
  static final String PUBLIC_FILE = "passport-certificate.pem";

  private static final Logger LOG = LoggerFactory.getLogger(KeptCertificate.class);

  /** Names that clients carry in themselves, and those of a first try on one's own machine. */
  private static final List<String> WELL_KNOWN =
      List.of(
          "localhost",
          "127.0.0.1",
          "nexus.passport.com",
          "login.passport.com",
          "loginnet.passport.com",
          "login.live.com");

  private final Path directory;
  private final List<String> names;
  private final Clock clock;

  /**
   * @param hostName what clients call this server, without a port
   */
  public KeptCertificate(Path directory, String hostName, Clock clock) {
    this.directory = directory;
    this.names =
        List.copyOf(
            Stream.concat(Stream.of(hostName), WELL_KNOWN.stream())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    this.clock = clock;
  }

  /**
   * Where it is; makes it first if need be. Blocks.
   *
   * @throws UncheckedIOException if the directory cannot be used; names it
   */
  public CertificateFiles obtain() {
    var file = directory.resolve(FILE);
    try {
      if (!Files.exists(file) || !fits(file)) {
        make(file);
      }
      return new CertificateFiles(file, file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot keep a certificate in " + directory.toAbsolutePath() + ": " + e.getMessage(), e);
    }
  }

  private void make(Path file) throws IOException {
    var made = SelfSigned.make(names, clock.instant());
    Files.createDirectories(directory);
    write(file, made.certificate() + made.key());
    Files.writeString(directory.resolve(PUBLIC_FILE), made.certificate());
    LOG.atInfo()
        .addKeyValue("file", file.toAbsolutePath())
        .addKeyValue("names", names)
        .log("made a self-signed certificate");
  }

  /** Whole or not at all; temporary files are the owner's alone from the start. */
  private void write(Path file, String content) throws IOException {
    var draft = Files.createTempFile(directory, "passport", ".tmp");
    Files.writeString(draft, content);
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private boolean fits(Path file) throws IOException {
    try (var content = Files.newInputStream(file)) {
      var certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(content);
      boolean current = clock.instant().isBefore(expiry(certificate));
      boolean complete = alternatives(certificate).containsAll(names);
      if (!current || !complete) {
        LOG.atInfo()
            .addKeyValue("file", file.toAbsolutePath())
            .log("the certificate is out of date or lacks a name: a new one replaces it");
      }
      return current && complete;
    } catch (CertificateException e) {
      throw new IOException(FILE + " is no certificate; remove it, and a new one is made", e);
    }
  }

  private static Instant expiry(X509Certificate certificate) {
    return certificate.getNotAfter().toInstant();
  }

  private static List<String> alternatives(X509Certificate certificate)
      throws CertificateException {
    var alternatives = certificate.getSubjectAlternativeNames();
    return alternatives == null
        ? List.of()
        : alternatives.stream().map(entry -> entry.get(1).toString()).toList();
  }
}
