package im.monarch.runtime.legacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.monarch.domain.legacy.LegacySecret;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals legacy secrets with AES-256-GCM: a random start for each, and the handle sealed with it, so
 * that one account's secret is not to be passed off as another's. Safe to share.
 *
 * <p>Layout: 1 for this layout, {@value #IV_BYTES} bytes of start, the sealed secret with its tag.
 */
public final class SecretSeal {

  private static final Logger LOG = LoggerFactory.getLogger(SecretSeal.class);
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final byte LAYOUT = 1;
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Vertx vertx;
  private final SealKeyFile file;
  private final AtomicReference<Optional<SecretKeySpec>> known =
      new AtomicReference<>(Optional.empty());
  private final AtomicBoolean complained = new AtomicBoolean();

  /**
   * @param keyFile the same in all processes of the service; made when something is first sealed
   */
  public SecretSeal(Vertx vertx, Path keyFile) {
    this.vertx = vertx;
    this.file = new SealKeyFile(keyFile);
  }

  /** Fails when the key can neither be read nor made. */
  public Future<byte[]> seal(Handle handle, LegacySecret secret) {
    return key(() -> Optional.of(file.obtain()))
        .map(key -> seal(key.orElseThrow(), handle, secret));
  }

  /**
   * What was sealed for {@code handle}. None if it cannot be opened: without the key that it was
   * sealed with nobody signs in, which the log says once.
   */
  public Future<Optional<LegacySecret>> open(Handle handle, byte[] sealed) {
    return key(file::read)
        .recover(
            fault -> {
              complain("cannot read the key of legacy secrets: " + fault.getMessage());
              return Future.succeededFuture(Optional.empty());
            })
        .map(key -> key.flatMap(present -> open(present, handle, sealed)));
  }

  /** Not kept as a future: that would bring everybody to the context of who asked first. */
  private Future<Optional<SecretKeySpec>> key(Callable<Optional<SecretKeySpec>> reading) {
    var key = known.get();
    return key.isPresent()
        ? Future.succeededFuture(key)
        : vertx.executeBlocking(reading, false).onSuccess(this::remember);
  }

  private void remember(Optional<SecretKeySpec> key) {
    if (key.isPresent()) {
      known.set(key);
    } else {
      complain("the key of legacy secrets is missing");
    }
  }

  private static byte[] seal(SecretKeySpec key, Handle handle, LegacySecret secret) {
    var iv = new byte[IV_BYTES];
    RANDOM.nextBytes(iv);
    try {
      var sealed =
          cipher(Cipher.ENCRYPT_MODE, key, iv, handle).doFinal(secret.text().getBytes(UTF_8));
      return ByteBuffer.allocate(1 + IV_BYTES + sealed.length)
          .put(LAYOUT)
          .put(iv)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private Optional<LegacySecret> open(SecretKeySpec key, Handle handle, byte[] sealed) {
    if (sealed.length <= 1 + IV_BYTES || sealed[0] != LAYOUT) {
      complain("a legacy secret is in a layout that this version does not know");
      return Optional.empty();
    }
    var iv = new byte[IV_BYTES];
    ByteBuffer.wrap(sealed).get(1, iv);
    try {
      var opened =
          cipher(Cipher.DECRYPT_MODE, key, iv, handle)
              .doFinal(sealed, 1 + IV_BYTES, sealed.length - 1 - IV_BYTES);
      return Optional.of(new LegacySecret(new String(opened, UTF_8)));
    } catch (GeneralSecurityException e) {
      complain("a legacy secret was sealed with another key, or for another account");
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] iv, Handle handle)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
    cipher.updateAAD(handle.address().getBytes(UTF_8));
    return cipher;
  }

  /** Once: whoever signs in could fill the log otherwise. */
  private void complain(String what) {
    if (complained.compareAndSet(false, true)) {
      LOG.atError().addKeyValue("file", file.path()).log("{}; nobody signs in with it", what);
    }
  }
}
