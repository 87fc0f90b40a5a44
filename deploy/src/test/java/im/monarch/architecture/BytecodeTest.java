package im.monarch.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.vertx.core.CompositeFuture;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What no rule about dependencies can see: single instructions. */
class BytecodeTest {

  private static final Set<Type> FUTURES =
      Set.of(Type.getType(Future.class), Type.getType(CompositeFuture.class));

  /** Calls that look at the outcome, so that nobody needs the Future they return. */
  private static final Set<String> LAST_WORDS = Set.of("onComplete", "onFailure");

  @Test
  void nobodyDropsAFuture() {
    assertThat(placesWith(BytecodeTest::dropsAFuture))
        .as(
            "a failure nobody would hear of: return the Future, or end with onFailure or"
                + " onComplete")
        .isEmpty();
  }

  @Test
  void nobodyTakesALock() {
    assertThat(placesWith(BytecodeTest::takesALock))
        .as("work on shared state takes turns, it does not lock")
        .isEmpty();
  }

  private static boolean dropsAFuture(AbstractInsnNode instruction) {
    return switch (instruction) {
      case MethodInsnNode call ->
          next(call) == Opcodes.POP
              && FUTURES.contains(Type.getReturnType(call.desc))
              && !LAST_WORDS.contains(call.name);
      case InvokeDynamicInsnNode lambda -> isReferenceThatDropsAFuture(lambda.bsmArgs);
      default -> false;
    };
  }

  /** Such as {@code onSuccess(socket::close)}: arguments as LambdaMetafactory documents them. */
  private static boolean isReferenceThatDropsAFuture(Object... arguments) {
    return arguments.length >= 3
        && arguments[1] instanceof Handle target
        && arguments[2] instanceof Type wanted
        && wanted.getSort() == Type.METHOD
        && wanted.getReturnType().equals(Type.VOID_TYPE)
        && FUTURES.contains(Type.getReturnType(target.getDesc()))
        && !LAST_WORDS.contains(target.getName());
  }

  private static boolean takesALock(AbstractInsnNode instruction) {
    return instruction.getOpcode() == Opcodes.MONITORENTER
        || (instruction instanceof MethodInsnNode call
            && call.owner.startsWith("java/util/concurrent/locks/"));
  }

  private static int next(AbstractInsnNode instruction) {
    var next = instruction.getNext();
    while (next != null && next.getOpcode() < 0) {
      next = next.getNext();
    }
    return next == null ? -1 : next.getOpcode();
  }

  private static List<String> placesWith(Predicate<AbstractInsnNode> wrong) {
    var places = new ArrayList<String>();
    for (var type : ServerClasses.ALL) {
      for (var method : read(type).methods) {
        addPlaces(type, method, wrong, places);
      }
    }
    return places;
  }

  private static void addPlaces(
      JavaClass type, MethodNode method, Predicate<AbstractInsnNode> wrong, List<String> places) {
    var line = 0;
    for (var instruction : method.instructions) {
      if (instruction instanceof LineNumberNode number) {
        line = number.line;
      } else if (wrong.test(instruction)) {
        places.add(type.getName() + "." + method.name + ":" + line);
      }
    }
  }

  private static ClassNode read(JavaClass type) {
    try (var bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      var node = new ClassNode();
      new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(type.getName(), e);
    }
  }
}
