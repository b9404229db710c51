"""The trained network as an ONNX file: large tables in eight bits, and what goes in and comes out by the names that `network.rs` uses."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

# As in `labels.rs` and `network.rs`.
HEDGES, SORTS, STRETCH = 10, 19, 220
OPEN, CLOSE = 101, 102
KIND_WIDTH, HEDGE_WIDTH = 64, 32
# The most that a factor may be: processors that add products in sixteen bits would run over with more, and read otherwise than others.
MOST = 63


class Graph:
    def __init__(self, weights):
        self.weights = {name: weight.detach().float().numpy() for name, weight in weights.items()}
        self.nodes, self.tables = [], []

    def __getitem__(self, name):
        return self.weights[name]

    def table(self, values):
        self.tables.append(numpy_helper.from_array(np.ascontiguousarray(values), f"table{len(self.tables)}"))
        return self.tables[-1].name

    def node(self, operator, *inputs, out=None, outs=1, **attributes):
        names = [out] if out else [f"value{len(self.nodes)}.{part}" for part in range(outs)]
        self.nodes.append(helper.make_node(operator, list(inputs), names, **attributes))
        return names[0] if outs == 1 else names

    def plain(self, value, name):
        """A linear layer as it is."""
        return self.node("Add", self.node("MatMul", value, self.table(self[name + ".weight"].T)), self.table(self[name + ".bias"]))

    def linear(self, value, name):
        """A linear layer in eight bits: a scale for each column, and one for what goes in."""
        table = self[name + ".weight"].T
        scale, rounded = eight_bits(table, 0, MOST)
        bits, size, zero = self.node("DynamicQuantizeLinear", value, outs=3)
        product = self.node("Cast", self.node("MatMulInteger", bits, self.table(rounded), zero), to=TensorProto.FLOAT)
        product = self.node("Mul", product, self.node("Mul", size, self.table(scale)))
        return self.node("Add", product, self.table(self[name + ".bias"]))

    def rows(self, ids, table):
        """Rows of a table in eight bits."""
        scale, rounded = eight_bits(table, 1, 127)
        chosen = self.node("Cast", self.node("Gather", self.table(rounded), ids, axis=0), to=TensorProto.FLOAT)
        return self.node("Mul", chosen, self.node("Gather", self.table(scale[:, None]), ids, axis=0))

    def norm(self, value, name):
        weights = self.table(self[name + ".weight"]), self.table(self[name + ".bias"])
        return self.node("LayerNormalization", value, *weights, axis=-1, epsilon=1e-12)

    def gelu(self, value):
        half = self.node("Mul", value, self.table(np.float32(0.5)))
        error = self.node("Erf", self.node("Mul", value, self.table(np.float32(2**-0.5))))
        return self.node("Mul", half, self.node("Add", error, self.table(np.float32(1))))


def eight_bits(table, axis, most):
    scale = (np.abs(table).max(axis) / most).astype(np.float32)
    scale[scale == 0] = 1
    rounded = np.rint(table / (scale if axis == 0 else scale[:, None]))
    return scale, np.clip(rounded, -most, most).astype(np.int8)


def write(reader, path):
    graph = Graph(reader.state_dict())
    width, heads = reader.base.config.hidden_size, reader.base.config.num_attention_heads
    places = graph["base.embeddings.position_embeddings.weight"][:256] + graph["base.embeddings.token_type_embeddings.weight"][0]
    words = graph.rows("tokens", graph["base.embeddings.word_embeddings.weight"])
    state = graph.norm(graph.node("Add", words, graph.rows("places", places)), "base.embeddings.LayerNorm")
    state = graph.node("Add", state, graph.node("MatMul", "signs", graph.table(graph["sign.weight"][: reader.signs])))
    apart, together = np.array([0, 0, heads, width // heads]), np.array([0, 0, width])
    for layer in range(reader.base.config.num_hidden_layers):
        name = f"base.encoder.layer.{layer}."

        def part(which, order):
            split = graph.node("Reshape", graph.linear(state, f"{name}attention.self.{which}"), graph.table(apart))
            return graph.node("Transpose", split, perm=order)

        query, key, value = part("query", [0, 2, 1, 3]), part("key", [0, 2, 3, 1]), part("value", [0, 2, 1, 3])
        near = graph.node("Mul", graph.node("MatMul", query, key), graph.table(np.float32((width // heads) ** -0.5)))
        near = graph.node("Softmax", graph.node("Add", near, "mask"), axis=-1)
        mixed = graph.node("Transpose", graph.node("MatMul", near, value), perm=[0, 2, 1, 3])
        mixed = graph.linear(graph.node("Reshape", mixed, graph.table(together)), name + "attention.output.dense")
        state = graph.norm(graph.node("Add", state, mixed), name + "attention.output.LayerNorm")
        inner = graph.gelu(graph.linear(state, name + "intermediate.dense"))
        state = graph.norm(graph.node("Add", state, graph.linear(inner, name + "output.dense")), name + "output.LayerNorm")
    graph.node("Identity", state, out="states")
    marks = graph.node("Reshape", graph.plain(state, "mark"), graph.table(np.array([0, 0, reader.labels, 3])))
    graph.node("Softmax", marks, axis=-1, out="marks")
    asked = [graph.node("Gather", graph.table(graph[table + ".weight"]), ids, axis=0) for table, ids in [("kind", "kinds"), ("hedged", "hedged")]]
    inner = graph.gelu(graph.plain(graph.node("Concat", "spans", *asked, axis=-1), "inner"))
    graph.node("Softmax", graph.plain(inner, "hedge"), axis=-1, out="hedges")
    graph.node("Identity", graph.plain(inner, "sort"), out="sorts")
    number, whole = TensorProto.FLOAT, TensorProto.INT32
    inputs = [
        ("tokens", whole, ["b", "t"]),
        ("places", whole, ["b", "t"]),
        ("signs", number, ["b", "t", reader.signs]),
        ("mask", number, ["b", 1, 1, "t"]),
        ("spans", number, ["n", width]),
        ("kinds", whole, ["n"]),
        ("hedged", whole, ["n"]),
    ]
    outputs = [
        ("marks", number, ["b", "t", reader.labels, 3]),
        ("states", number, ["b", "t", width]),
        ("hedges", number, ["n", HEDGES]),
        ("sorts", number, ["n", SORTS]),
    ]
    described = [[helper.make_tensor_value_info(*one) for one in side] for side in (inputs, outputs)]
    made = helper.make_graph(graph.nodes, "reader", *described, graph.tables)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
    onnx.checker.check_model(model)
    onnx.save(model, path)
