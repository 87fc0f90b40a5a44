package im.monarch.notification.conversation;

import static io.vertx.core.Future.succeededFuture;

import im.monarch.domain.guessing.Attempts;
import im.monarch.domain.guessing.Attempts.Attempt;
import im.monarch.domain.guessing.Attempts.Permission;
import im.monarch.domain.legacy.LegacySecrets;
import im.monarch.notification.conversation.NsState.Md5Challenged;
import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the answer to USR MD5 is right. A handle without an account, an account without a legacy
 * secret, a wrong answer and one guess too many are all the same: not right.
 *
 * @param attempts bounds on guessing, of this process
 */
public record LegacySignIn(LegacySecrets secrets, Attempts attempts) {

  private static final Logger LOG = LoggerFactory.getLogger(LegacySignIn.class);

  /**
   * Fails when the store is away, which does not count as a try.
   *
   * @param address where the client is
   */
  Future<Boolean> accepts(Md5Challenged state, String digest, String address) {
    return switch (attempts.ask(state.handle().address(), address)) {
      case Permission.Granted(var attempt) -> check(state, digest, attempt);
      case Permission.Denied denied -> {
        LOG.atDebug().addKeyValue("address", address).log("too many tries");
        yield succeededFuture(false);
      }
    };
  }

  private Future<Boolean> check(Md5Challenged state, String digest, Attempt attempt) {
    return secrets
        .of(state.handle())
        .map(secret -> state.challenge().isAnsweredBy(digest, secret))
        .onSuccess(
            right -> {
              if (right) {
                attempts.welcome(attempt);
              }
            })
        .onFailure(fault -> attempts.forgive(attempt));
  }
}
