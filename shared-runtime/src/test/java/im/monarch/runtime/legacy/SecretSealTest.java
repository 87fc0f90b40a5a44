package im.monarch.runtime.legacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.monarch.domain.legacy.LegacySecret;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(VertxExtension.class)
class SecretSealTest {

  private static final Handle ALICE = new Handle("alice@example.com");
  private static final Handle BOB = new Handle("bob@example.com");
  private static final LegacySecret SECRET = new LegacySecret("tulip in 1999");

  @TempDir private Path folder;
  private Vertx vertx;
  private Path file;
  private SecretSeal seal;

  @BeforeEach
  void prepare(Vertx vertx) {
    this.vertx = vertx;
    file = folder.resolve("new").resolve("test.legacy-key");
    seal = new SecretSeal(vertx, file);
  }

  @Test
  void whatIsSealedCanBeOpened() {
    var sealed = seal.seal(ALICE, SECRET).await();

    assertThat(seal.open(ALICE, sealed).await()).contains(SECRET);
  }

  @Test
  void anotherProcessWithTheFileOpensItToo() {
    var sealed = seal.seal(ALICE, SECRET).await();

    assertThat(new SecretSeal(vertx, file).open(ALICE, sealed).await()).contains(SECRET);
  }

  @Test
  void nothingOfItCanBeRead() {
    var sealed = seal.seal(ALICE, SECRET).await();

    assertThat(new String(sealed, UTF_8)).doesNotContain("tulip").doesNotContain("1999");
  }

  @Test
  void theSameSecretLooksDifferentEachTime() {
    var seen = new HashSet<String>();
    for (int i = 0; i < 100; i++) {
      seen.add(Base64.getEncoder().encodeToString(seal.seal(ALICE, SECRET).await()));
    }

    assertThat(seen).hasSize(100);
  }

  @Test
  void itDoesNotOpenForAnotherAccount() {
    var sealed = seal.seal(ALICE, SECRET).await();

    assertThat(seal.open(BOB, sealed).await()).isEmpty();
  }

  @Test
  void itDoesNotOpenWithAnotherKey() {
    var sealed = seal.seal(ALICE, SECRET).await();
    var other = new SecretSeal(vertx, folder.resolve("other"));
    var made = other.seal(ALICE, SECRET).await();

    assertThat(other.open(ALICE, sealed).await()).isEmpty();
    assertThat(other.open(ALICE, made).await()).contains(SECRET);
  }

  @Test
  void itDoesNotOpenWhenAnyByteWasChanged() {
    var sealed = seal.seal(ALICE, SECRET).await();

    for (int i = 0; i < sealed.length; i++) {
      var changed = sealed.clone();
      changed[i] ^= 1;
      assertThat(seal.open(ALICE, changed).await()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13, 20})
  void whatIsTooShortDoesNotOpen(int length) {
    seal.seal(ALICE, SECRET).await();
    var sealed = new byte[length];
    if (length > 0) {
      sealed[0] = 1;
    }

    assertThat(seal.open(ALICE, sealed).await()).isEmpty();
  }

  @Test
  void theFileIsMadeWhenSomethingIsSealedAndNotBefore() {
    seal.open(ALICE, new byte[64]).await();
    assertThat(file).doesNotExist();

    seal.seal(ALICE, SECRET).await();

    assertThat(file).isRegularFile();
    assertThat(folder.resolve("new")).isDirectoryContaining("glob:**test.legacy-key");
  }

  @Test
  void nobodyButTheOwnerReadsTheFile() throws IOException {
    seal.seal(ALICE, SECRET).await();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void nothingIsLeftBesideTheFile() throws IOException {
    seal.seal(ALICE, SECRET).await();

    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void processesThatStartAtOnceAgreeOnAKey() {
    var sealed =
        IntStream.range(0, 16)
            .mapToObj(i -> new SecretSeal(vertx, file).seal(ALICE, SECRET))
            .toList();
    Future.join(sealed).await();

    var last = new SecretSeal(vertx, file);

    assertThat(sealed).allMatch(one -> last.open(ALICE, one.result()).await().isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tulip", "dHVsaXA=", "%%%"})
  void aFileThatHoldsNoKeySealsNothingAndDoesNotShowItsContent(String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);

    assertThatThrownBy(() -> seal.seal(ALICE, SECRET).await())
        .isInstanceOf(IOException.class)
        .hasMessage(file + " holds no key: 32 bytes in base64 expected");
    assertThat(seal.open(ALICE, new byte[64]).await()).isEmpty();
    assertThat(file).hasContent(content);
  }
}
