package im.monarch.passport.tls;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A certificate and its private key, as PEM.
 *
 * @param certificate with the chain, if there is one, behind it
 * @param key PKCS#8, PKCS#1 or SEC1, without a pass phrase; may be the same file
 */
public record CertificateFiles(Path certificate, Path key) {

  /**
   * Reads both; blocks.
   *
   * @throws UncheckedIOException if one cannot be read; names it
   */
  public PemKeyCertOptions read() {
    return new PemKeyCertOptions().setCertValue(content(certificate)).setKeyValue(content(key));
  }

  private static Buffer content(Path file) {
    try {
      return Buffer.buffer(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read " + file.toAbsolutePath() + " (passport certificate or key)", e);
    }
  }
}
