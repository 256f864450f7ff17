package org.consoleme.platform.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.Configuration;
import org.yaml.snakeyaml.Yaml;

/** A configuration of one small YAML text. */
record YamlConfiguration(Map<String, Object> tree) implements Configuration {

    static Configuration of(String yaml) {
        Map<String, Object> tree = new Yaml().load(yaml);
        return new YamlConfiguration(tree == null ? Map.of() : tree);
    }

    private Object find(String key) {
        Object at = tree;
        for (String step : key.split("\\.", -1)) {
            at = at instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return at;
    }

    @Override
    public Optional<String> text(String key) {
        return Optional.ofNullable(find(key)).map(String::valueOf);
    }

    @Override
    public Optional<Integer> integer(String key) {
        return text(key).map(Integer::valueOf);
    }

    @Override
    public Optional<Boolean> flag(String key) {
        return text(key).map(Boolean::valueOf);
    }

    @Override
    public List<String> list(String key) {
        return find(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    @Override
    public List<Map<String, Object>> maps(String key) {
        return find(key) instanceof List<?> list
                ? list.stream().map(item -> texts((Map<?, ?>) item)).toList()
                : List.of();
    }

    @Override
    public Map<String, Object> map(String key) {
        return find(key) instanceof Map<?, ?> map ? texts(map) : Map.of();
    }

    private static Map<String, Object> texts(Map<?, ?> map) {
        Map<String, Object> texts = new LinkedHashMap<>();
        map.forEach((key, value) -> texts.put(String.valueOf(key), value));
        return texts;
    }

    @Override
    public boolean isNull(String key) {
        return false;
    }
}
