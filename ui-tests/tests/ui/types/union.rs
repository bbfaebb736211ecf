use foundry::Foundry;

#[derive(Foundry)]
union Bits {
    int: u32,
    float: f32,
}

fn main() {}
