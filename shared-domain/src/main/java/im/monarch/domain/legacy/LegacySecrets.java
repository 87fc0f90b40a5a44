package im.monarch.domain.legacy;

import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import java.util.Optional;

/** Which accounts may sign in with MSNP2 to MSNP7, and with what. None may until somebody says. */
public interface LegacySecrets {

  /** None without such an account, and for one that was given no secret. */
  Future<Optional<LegacySecret>> of(Handle handle);

  /**
   * Gives the account this secret, or takes away the one it has. Sessions that are open go on.
   *
   * @return whether there is such an account
   */
  Future<Boolean> change(Handle handle, Optional<LegacySecret> secret);
}
